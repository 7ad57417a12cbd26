//! A file of Rust, and the names of its crate that it says.

use std::collections::BTreeSet;

use anyhow::Result;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Item, ItemMod, ItemUse, Macro, Path, UseName, UseRename, UseTree, Visibility,
    visit::{self, Visit},
};

/// A file, which is a module.
pub struct Source {
    /// Its path in the checkout.
    pub file: String,
    /// The names of the modules that lead to it; none for the crate's own file.
    pub module: Vec<String>,
    /// What it makes, as far as no macro does.
    pub items: BTreeSet<String>,
    /// What it says, in its order.
    pub names: Vec<Name>,
}

/// A path from the crate's root. One that ends in `*` means all that is there.
pub struct Name {
    pub line: usize,
    pub path: Vec<String>,
    /// As what the file hands it on to others, if it does.
    pub offered: Option<String>,
}

impl Source {
    /// Reads a file of the crate whose sources lie in `home`.
    ///
    /// # Errors
    /// When it is no Rust.
    pub fn parse(file: &str, home: &str, text: &str) -> Result<Self> {
        let path = file
            .strip_prefix(home)
            .unwrap_or(file)
            .trim_start_matches('/');
        let path = path.strip_suffix(".rs").unwrap_or(path);
        let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
        let is_folders_own = module.len() > 1 && path.ends_with("/mod");
        if is_folders_own || matches!(path, "lib" | "main") {
            module.pop();
        }
        let ast = syn::parse_file(text)?;
        let mut reader = Reader {
            children: vec![children(&ast.items)],
            module: module.clone(),
            names: Vec::new(),
        };
        reader.visit_file(&ast);
        Ok(Self {
            file: file.to_owned(),
            module,
            items: ast.items.iter().filter_map(made).collect(),
            names: reader.names,
        })
    }

    /// Whether others can have an item of this name from here.
    pub fn makes(&self, item: &str) -> bool {
        let mut names = self.names.iter();
        let offers = |name: &Name| name.offered.as_deref() == Some(item);
        self.items.contains(item) || names.any(offers)
    }

    /// Whether the other one is this, or lies beneath it.
    pub fn owns(&self, other: &Self) -> bool {
        other.module.starts_with(&self.module)
    }
}

/// What has been read so far, and where.
struct Reader {
    /// The module, also one within the file.
    module: Vec<String>,
    /// The names of the modules that it declares, and that those around it do.
    children: Vec<BTreeSet<String>>,
    names: Vec<Name>,
}

fn children(items: &[Item]) -> BTreeSet<String> {
    let modules = items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    });
    modules.collect()
}

fn made(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn line_of(name: &Ident) -> usize {
    name.span().start().line
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let mut conditions = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"));
    conditions.any(|condition| {
        condition
            .parse_args::<Path>()
            .is_ok_and(|path| path.is_ident("test"))
    })
}

impl Reader {
    fn say(&mut self, line: usize, said: &[String], offered: Option<String>) {
        if let Some(path) = self.path_of(said) {
            self.names.push(Name {
                line,
                path,
                offered,
            });
        }
    }

    /// The path from the crate's root; `None` for a name that is of no module, or of another crate.
    fn path_of(&self, said: &[String]) -> Option<Vec<String>> {
        let mut module = self.module.clone();
        let (first, mut rest) = said.split_first()?;
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => {}
            "super" => drop(module.pop()?),
            child if self.children.last()?.contains(child) => module.push(first.clone()),
            _ => return None,
        }
        while let Some((_, others)) = rest.split_first().filter(|(next, _)| *next == "super") {
            module.pop()?;
            rest = others;
        }
        module.extend_from_slice(rest);
        Some(module)
    }

    fn say_all(&mut self, tree: &UseTree, before: &[String], is_offer: bool) {
        let with = |name: &Ident| [before, &[name.to_string()]].concat();
        let (line, path, name) = match tree {
            UseTree::Path(path) => {
                return self.say_all(&path.tree, &with(&path.ident), is_offer);
            }
            UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|tree| self.say_all(tree, before, is_offer));
            }
            UseTree::Glob(glob) => {
                let path = [before, &["*".to_owned()]].concat();
                (glob.star_token.span.start().line, path, "*".to_owned())
            }
            UseTree::Name(UseName { ident, .. }) if ident == "self" => {
                let name = before.last().cloned().unwrap_or_default();
                (line_of(ident), before.to_vec(), name)
            }
            UseTree::Name(UseName { ident, .. }) => {
                (line_of(ident), with(ident), ident.to_string())
            }
            UseTree::Rename(UseRename { ident, rename, .. }) => {
                (line_of(ident), with(ident), rename.to_string())
            }
        };
        self.say(line, &path, is_offer.then_some(name));
    }

    /// Says the paths in the tokens of a macro: names with `::` between them.
    fn say_tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut line, mut colons) = (Vec::new(), 0, 0);
        for token in tokens {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => {
                    path.push(name.to_string());
                    colons = 0;
                }
                other => {
                    self.say_path(line, &path);
                    (path, colons) = (Vec::new(), 0);
                    match other {
                        TokenTree::Ident(name) => {
                            line = line_of(&name);
                            path.push(name.to_string());
                        }
                        TokenTree::Group(group) => self.say_tokens(group.stream()),
                        _ => {}
                    }
                }
            }
        }
        self.say_path(line, &path);
    }

    /// A single name is `self`, or something that a `use` has brought.
    fn say_path(&mut self, line: usize, path: &[String]) {
        if path.len() > 1 {
            self.say(line, path, None);
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let Some((_, items)) = item.content.as_ref().filter(|_| !is_for_tests(&item.attrs)) else {
            return;
        };
        self.module.push(item.ident.to_string());
        self.children.push(children(items));
        visit::visit_item_mod(self, item);
        self.children.pop();
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_offer = !matches!(item.vis, Visibility::Inherited);
        self.say_all(&item.tree, &[], is_offer);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        let line = path
            .segments
            .first()
            .map_or(0, |segment| line_of(&segment.ident));
        self.say_path(line, &names);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.visit_path(&called.path);
        self.say_tokens(called.tokens.clone());
    }

    // Who may see something is no import.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
