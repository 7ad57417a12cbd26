//! The macro that declares operations, and what it makes of them besides the rows.

use core::marker::PhantomData;

use crate::core::model::ShapeDocs;

/// The documentation of an operation, from which types and tables are generated.
pub struct OperationDocs {
    /// The id of the row.
    pub id: &'static str,
    /// The method's name in TypeScript.
    pub method: &'static str,
    /// What the operation does, from its doc comment.
    pub text: &'static str,
    /// What its subject is, if it has one.
    pub subject: Option<&'static str>,
    /// The type of its other fields, if it has any.
    pub input: Option<&'static ShapeDocs>,
    /// The type of its answer.
    pub output: &'static ShapeDocs,
}

/// A call of one operation as a value: its input, and the type of its answer.
///
/// Made by the functions of a resource, for example [`users::get`](super::users::get); sent by `Client::send`.
pub struct Typed<Input, Output> {
    /// The operation's id.
    pub operation: &'static str,
    /// The name and value of its subject, if it has one.
    pub subject: Option<(&'static str, String)>,
    /// Its other fields.
    pub input: Input,
    output: PhantomData<fn() -> Output>,
}

impl<Input, Output> Typed<Input, Output> {
    /// Makes a call of `operation`, whose types the caller answers for.
    pub fn new(
        operation: &'static str,
        subject: Option<(&'static str, String)>,
        input: Input,
    ) -> Self {
        Typed {
            operation,
            subject,
            input,
            output: PhantomData,
        }
    }
}

/// Declares the operations of a resource: its rows, their documentation, and a function for each that makes a typed call.
///
/// ```text
/// operations! {
///     refused writes: "What to think of when the server refuses a change with 401 or 403";
///
///     /// What it does.
///     rust_name "jsName" = "resource.jsName": Method "/path/{id}", Body,
///         only reads,                                    // a POST that changes nothing; a GET need not say so
///         about id "id" Id "What the id is.",           // a method's first argument; in the path, or the query
///         takes InputType,
///         gives OutputType as Object,
///         for [V1: Agency] [V2 V3: Either],              // who may call it, in which version
///         deprecated [V2];
/// }
/// ```
#[macro_export]
macro_rules! operations {
    (refused writes: $hint:literal;
    $($(#[doc = $doc:literal])+
    $name:ident $($js:literal)? = $id:literal: $method:ident $path:literal, $body:ident,
        $(only $reads:ident,)?
        $(about $subject:ident $subject_name:literal $subject_kind:ident $subject_doc:literal,)?
        $(takes $input:ident,)?
        gives $output:ident as $form:ident $(($list:literal))?,
        for $([$($api:ident)+: $access:ident])+
        $(, deprecated [$($deprecated:ident)+])?;)+
    ) => {
        /// The rows.
        pub static OPERATIONS: &[$crate::core::operation::Operation] = &[$(
            $crate::core::operation::Operation {
                id: $id,
                method: $crate::core::operation::Method::$method,
                path: $path,
                version: "2021-07-28",
                access: &[$((
                    $crate::wire!(@set $($api)+),
                    $crate::core::operation::Access::$access,
                )),+],
                deprecated: $crate::core::operation::Apis::of(&[$($($crate::core::operation::Api::$deprecated),+)?]),
                subject: $crate::operations!(@subject $($subject_name $subject_kind)?),
                input: $crate::operations!(@input $($input)?),
                body: $crate::core::operation::Body::$body,
                output: $crate::core::operation::Output::$form $(($list))?,
                reads: $crate::operations!(@reads $method $($reads)?),
                hint: $crate::operations!(@hint $hint, $method $($reads)?),
            }
        ),+];

        /// The documentation of the rows.
        pub static DOCS: &[$crate::api::OperationDocs] = &[$(
            $crate::api::OperationDocs {
                id: $id,
                method: $crate::operations!(@js $name $($js)?),
                text: concat!($($doc, "\n"),+),
                subject: $crate::operations!(@option $($subject_doc)?),
                input: $crate::operations!(@option $(<$input as $crate::core::model::Wire>::DOCS)?),
                output: <$output as $crate::core::model::Wire>::DOCS,
            }
        ),+];

        $($(#[doc = $doc])+
        pub fn $name($($subject: impl Into<String>,)? $(input: $input)?)
            -> $crate::api::Typed<$crate::operations!(@type $($input)?), $output>
        {
            $crate::api::Typed::new(
                $id,
                $crate::operations!(@option $((
                    $subject_name, $subject.into()
                ))?),
                $crate::operations!(@value $($input input)?),
            )
        })+
    };

    (@reads Get) => { true };
    (@reads $method:ident reads) => { true };
    (@reads $method:ident) => { false };
    (@hint $hint:literal, Get) => { "" };
    (@hint $hint:literal, $method:ident reads) => { "" };
    (@hint $hint:literal, $method:ident) => { $hint };
    (@subject) => { None };
    (@subject $name:literal $kind:ident) => {
        Some($crate::core::model::Field {
            name: $name,
            kind: $crate::core::model::Kind::$kind,
            apis: $crate::core::operation::Apis::ALL,
            required: $crate::core::operation::Apis::ALL,
            filled: false,
        })
    };
    (@input) => { &$crate::core::model::EMPTY };
    (@input $input:ident) => { <$input as $crate::core::model::Wire>::SHAPE };
    (@type) => { () };
    (@type $input:ident) => { $input };
    (@value) => { () };
    (@value $type:ident $input:ident) => { $input };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
    (@js $name:ident) => { stringify!($name) };
    (@js $name:ident $js:literal) => { $js };
}
