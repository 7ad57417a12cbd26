//! The macro that declares operations, and what it makes of them besides the rows.

use core::marker::PhantomData;

use crate::core::model::operation::Operation;

/// A call of one operation as a value: its input, and the type of its answer.
///
/// Made by the functions of a resource, for example [`users::get`](super::users::get); sent by `Client::send`.
pub struct Typed<Input, Output> {
    /// The rows of its resource.
    pub rows: &'static [Operation],
    /// The operation's id.
    pub operation: &'static str,
    /// The names and values of what stands before its other fields.
    pub about: Vec<(&'static str, String)>,
    /// Its other fields.
    pub input: Input,
    output: PhantomData<fn() -> Output>,
}

impl<Input, Output> Typed<Input, Output> {
    /// Makes a call of `operation`, whose types the caller answers for.
    pub fn new(
        rows: &'static [Operation],
        operation: &'static str,
        about: Vec<(&'static str, String)>,
        input: Input,
    ) -> Self {
        Typed {
            rows,
            operation,
            about,
            input,
            output: PhantomData,
        }
    }
}

/// Declares the operations of a resource: its rows, their documentation, and a function for each that makes a typed call.
///
/// ```text
/// operations! {
///     version "2021-07-28";                             // the header of v2
///     refused writes: "What to think of when the server refuses a change with 401 or 403";
///
///     /// What it does.
///     rust_name = "resource.jsName": Method "/path/{id}", Body,
///         only reads,                                    // a POST that changes nothing; a GET need not say so
///         about id "id" Id "What the id is.",           // one or more: a method's first arguments; in the path, or the query
///         takes InputType,
///         gives OutputType as Object in "key",           // the key under which the answer has it, if there is one
///                                                        // (`as List("key")`: an object with a list; `as List`: a list of it)
///         pages Skip,                                    // how one asks for the next page
///         watched "Contact" by "id"                      // of each that reads: what an item is, as webhooks call it, and its id
///             added "dateAdded" newest { "order": "desc" }    // its dates, and what asks for the newest first by them: `{}` if
///             changed "dateUpdated",                     // they come so anyway, nothing if the server cannot
///                                                        // (`watched "Slug" whole`: items without an id, or a value; `slots`)
///         scope "users.readonly",
///         for [V1: Agency] [V2 V3: Either],              // who may call it, in which version
///         deprecated [V2];
/// }
/// ```
#[macro_export]
macro_rules! operations {
    (version $version:literal; refused writes: $hint:literal;
    $($(#[doc = $doc:literal])+
    $name:ident = $id:literal: $method:ident $path:literal, $body:ident,
        $(only $reads:ident,)?
        $(about $about:ident $about_name:literal $about_kind:ident $(($about_of:ident))? $about_doc:literal,)*
        $(takes $input:ident,)?
        gives $output:ident as $form:ident $(($list:literal))? $(in $within:literal)?,
        $(pages $pages:ident,)?
        $(watched $noun:literal $known:ident $($by:literal)?
            $(added $added:literal $(newest $newest_added:tt)?)?
            $(changed $changed:literal $(newest $newest_changed:tt)?)?,)?
        $(scope $scope:literal,)?
        for $([$($api:ident)+: $access:ident])+
        $(, deprecated [$($deprecated:ident)+])?;)+
    ) => {
        /// The rows.
        pub static OPERATIONS: &[$crate::core::model::operation::Operation] = &[$(
            $crate::core::model::operation::Operation {
                id: $id,
                method: $crate::core::model::operation::Method::$method,
                path: $path,
                version: $version,
                access: $crate::core::model::operation::Operation::access_of(&[$($((
                    $crate::core::model::version::Api::$api,
                    $crate::core::model::operation::Access::$access,
                )),+),+]),
                input: {
                    const ABOUT: &[$crate::core::model::Field] = &[$($crate::core::model::Field {
                        required: $crate::core::model::version::Apis::ALL,
                        ..$crate::wire!(@kind $about_name, $about_kind $($about_of)?)
                    }),*];
                    const INPUT: &$crate::core::model::Shape = $crate::operations!(@input $($input)?);
                    const FIELDS: [$crate::core::model::Field; ABOUT.len() + INPUT.fields.len()] =
                        $crate::core::model::Field::joined(ABOUT, INPUT.fields);
                    &$crate::core::model::Shape { fields: &FIELDS, ..*INPUT }
                },
                body: $crate::core::model::operation::Body::$body,
                output: $crate::core::model::operation::Output {
                    form: $crate::core::model::operation::Form::$form,
                    within: concat!($($within)?),
                    list: concat!($($list)?),
                },
                reads: $crate::operations!(@reads $method $($reads)?),
                hint: $crate::operations!(@hint $hint, $method $($reads)?),
            }
        ),+];

        /// The documentation of the rows.
        pub static DOCS: &[$crate::core::model::docs::OperationDocs] = &[$(
            $crate::core::model::docs::OperationDocs {
                id: $id,
                text: concat!($($doc, "\n"),+),
                about: &[$(($about_name, $crate::core::model::docs::FieldDocs {
                    text: $about_doc,
                    refers: $crate::wire!(@refers $about_kind $($about_of)?),
                })),*],
                input: $crate::operations!(@option $(<$input as $crate::core::model::docs::Wire>::DOCS)?),
                output: <$output as $crate::core::model::docs::Wire>::DOCS,
                scope: concat!($($scope)?),
                deprecated: $crate::core::model::version::Apis::of(&[$($($crate::core::model::version::Api::$deprecated),+)?]),
                pages: $crate::operations!(@option $($crate::core::model::docs::Pages::$pages)?),
                watched: $crate::operations!(@option $($crate::core::model::docs::Watched {
                    noun: $noun,
                    known: $crate::operations!(@known $known $($by)?),
                    added: $crate::operations!(@dated $($added $($newest_added)?)?),
                    changed: $crate::operations!(@dated $($changed $($newest_changed)?)?),
                })?),
            }
        ),+];

        $($(#[doc = $doc])+
        pub fn $name($($about: impl Into<String>,)* $(input: $input)?)
            -> $crate::api::Typed<
                $crate::operations!(@type $($input)?),
                $crate::operations!(@answer $output $form $($list)?),
            >
        {
            $crate::api::Typed::new(
                OPERATIONS,
                $id,
                vec![$(($about_name, $about.into())),*],
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
    (@input) => { &$crate::core::model::EMPTY };
    (@input $input:ident) => { <$input as $crate::core::model::docs::Wire>::SHAPE };
    (@type) => { () };
    (@type $input:ident) => { $input };
    (@answer $output:ident List) => { Vec<$output> };
    (@answer $output:ident $form:ident $($list:literal)?) => { $output };
    (@value) => { () };
    (@value $type:ident $input:ident) => { $input };
    (@known by $by:literal) => { $crate::core::model::docs::Known::By($by) };
    (@known whole) => { $crate::core::model::docs::Known::Whole };
    (@known slots) => { $crate::core::model::docs::Known::Slots };
    (@dated) => { None };
    (@dated $field:literal $($newest:tt)?) => {
        Some($crate::core::model::docs::Dated {
            field: $field,
            newest: $crate::operations!(@option $(stringify!($newest))?),
        })
    };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
}
