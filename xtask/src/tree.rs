//! Methods by their names: `tags.list` is the method `list` of `tags`.

/// What stands under each name: a method, or more names.
pub struct Tree<T> {
    names: Vec<(String, Branch<T>)>,
}

enum Branch<T> {
    Leaf(T),
    Tree(Tree<T>),
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Tree { names: Vec::new() }
    }
}

impl<T> Tree<T> {
    /// Makes a tree of what the ids of one resource stand for, whose own name is left out. Of several with one id, it has the
    /// first.
    pub fn of<'a>(ids: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut tree = Tree::default();
        for (id, leaf) in ids {
            let steps: Vec<&str> = id.split('.').skip(1).collect();
            tree.add(&steps, leaf);
        }
        tree
    }

    fn add(&mut self, steps: &[&str], leaf: T) {
        let [step, rest @ ..] = steps else { return };
        let place = self.names.iter().position(|(name, _)| name == step);
        match (place.and_then(|place| self.names.get_mut(place)), rest) {
            (Some((_, Branch::Tree(inner))), rest) => inner.add(rest, leaf),
            (Some((_, Branch::Leaf(_))), _) => {}
            (None, []) => self.names.push(((*step).to_owned(), Branch::Leaf(leaf))),
            (None, rest) => {
                let mut inner = Tree::default();
                inner.add(rest, leaf);
                self.names.push(((*step).to_owned(), Branch::Tree(inner)));
            }
        }
    }

    /// Writes the tree as the members of an interface, each leaf as `leaf` says, given its name and the indent.
    pub fn write(&self, out: &mut String, indent: &str, leaf: &dyn Fn(&str, &T, &str) -> String) {
        for (name, branch) in &self.names {
            match branch {
                Branch::Leaf(value) => out.push_str(&leaf(name, value, indent)),
                Branch::Tree(inner) => {
                    out.push_str(&format!("{indent}readonly {name}: {{\n"));
                    inner.write(out, &format!("{indent}  "), leaf);
                    out.push_str(&format!("{indent}}};\n"));
                }
            }
        }
    }
}
