//! The pipelines that opportunities move through.

use super::OpportunityColorRenderMode;

crate::wire! {
    /// Whose pipelines `opportunities.pipelines.list` lists.
    input OpportunityPipelineListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
    }
}

crate::wire! {
    /// Pipelines, all of them.
    answer OpportunityPipelineList in [V2 V3] {
        /// The pipelines.
        pipelines = "pipelines": List(OpportunityPipeline), required;
    }
}

crate::wire! {
    /// A pipeline: the stages through which opportunities go.
    answer OpportunityPipeline in [V2 V3] {
        /// The pipeline's id.
        id = "id": Text, required;
        /// Its name.
        name = "name": Text, optional;
        /// Its stages.
        stages = "stages": List(OpportunityStage), optional;
        /// Whether funnels of reports show it.
        show_in_funnel = "showInFunnel": Flag, optional;
        /// Whether pie charts of reports show it.
        show_in_pie_chart = "showInPieChart": Flag, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
        /// How its colours are shown.
        color_render_mode = "colorRenderMode": Word(OpportunityColorRenderMode), optional;
        /// Whether its stages say how likely an opportunity is to be won.
        use_opportunity_probability = "useOpportunityProbability": Flag, optional in [V3];
    }
}

crate::wire! {
    /// A stage of a pipeline. The files do not say what it has; programs that read it do.
    answer OpportunityStage in [V2 V3] {
        /// The stage's id: `pipelineStageId` of opportunities.
        id = "id": Text, required;
        /// Its name.
        name = "name": Text, optional;
        /// Its place in the pipeline.
        position = "position": Number, optional;
        /// Whether funnels of reports show it.
        show_in_funnel = "showInFunnel": Flag, optional;
        /// Whether pie charts of reports show it.
        show_in_pie_chart = "showInPieChart": Flag, optional;
    }
}
