//! The ways around in what needs each other.

use std::collections::BTreeMap;

use petgraph::{
    algo::{astar, tarjan_scc},
    prelude::DiGraphMap,
};

/// For each knot of things that need each other, directly or not, the needs that a short way around in it consists of.
/// Each need says who has it, and what is needed; who needs itself is in no knot.
pub fn around<'a, T>(
    needs: impl IntoIterator<Item = (&'a str, &'a str, &'a T)>,
) -> Vec<Vec<&'a T>> {
    let mut closest = BTreeMap::new();
    let mut graph = DiGraphMap::<&str, ()>::new();
    for (from, to, need) in needs {
        if from != to {
            graph.add_edge(from, to, ());
            closest.entry((from, to)).or_insert(need);
        }
    }
    let knots = tarjan_scc(&graph).into_iter().filter(|knot| knot.len() > 1);
    let ways = knots.filter_map(|mut knot| {
        knot.sort_unstable();
        let start = *knot.first()?;
        let back = graph.neighbors(start).filter_map(|next| {
            let (_, way) = astar(&graph, next, |end| end == start, |_| 1, |_| 0)?;
            Some([vec![start], way].concat())
        });
        back.min_by_key(Vec::len)
    });
    let told = ways.map(|way| {
        let steps = way.iter().zip(way.iter().skip(1));
        steps
            .filter_map(|(from, to)| closest.get(&(*from, *to)).copied())
            .collect()
    });
    told.collect()
}
