//! The names of the entries in the objects that are open.

use std::hash::{BuildHasher, RandomState};

/// From so many names on, an object's are looked up and not compared one by
/// one: a map that a client has sent may have any number.
const MANY: usize = 64;

/// Each name by where it stands in the buffer, between its quotes.
#[derive(Debug, Default)]
pub(crate) struct Names {
    places: Vec<(usize, usize)>,
    /// Of the object that has many.
    index: Option<Box<Index>>,
}

/// The places of an object's names by their hashes. No map of the standard
/// library: it would keep a copy of each name, and take longer to compile than
/// all else here.
#[derive(Debug)]
struct Index {
    /// The object's first name.
    first: usize,
    /// How many of all names are looked at.
    seen: usize,
    /// At least twice as many as names, so that some are free.
    slots: Vec<Option<usize>>,
    hasher: RandomState,
}

impl Index {
    fn new(first: usize) -> Self {
        Self { first, seen: first, slots: Vec::new(), hasher: RandomState::new() }
    }

    /// Looks at the names that have come since the last time.
    fn look(&mut self, names: &Names, bytes: &[u8]) {
        let own = names.len() - self.first;
        if self.slots.len() < 2 * own {
            self.slots = vec![None; 4 * own];
            self.seen = self.first;
        }
        for place in self.seen..names.len() {
            let slot = self.slot(names.name(place, bytes), names, bytes);
            self.slots[slot].get_or_insert(place);
        }
        self.seen = names.len();
    }

    /// The slot of this name, or the free one where it would stand.
    fn slot(&self, name: &[u8], names: &Names, bytes: &[u8]) -> usize {
        let slots = self.slots.len();
        let hash = self.hasher.hash_one(name) % slots as u64;
        let mut slot = usize::try_from(hash).unwrap_or_default();
        while self.slots[slot].is_some_and(|place| names.name(place, bytes) != name) {
            slot = (slot + 1) % slots;
        }
        slot
    }
}

impl Names {
    pub(super) const fn new() -> Self {
        Self { places: Vec::new(), index: None }
    }

    /// Forgets all of them, and the room for very many.
    pub(super) fn clear(&mut self) {
        if self.places.capacity() > MANY {
            *self = Self::new();
        }
        self.truncate(0);
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(crate) fn push(&mut self, from: usize, to: usize) {
        self.places.push((from, to));
    }

    pub(super) fn pop(&mut self) {
        self.truncate(self.len().saturating_sub(1));
    }

    /// Forgets the names from this one on.
    pub(super) fn truncate(&mut self, len: usize) {
        self.places.truncate(len);
        if self.index.as_ref().is_some_and(|index| index.seen > len) {
            self.index = None;
        }
    }

    /// The name at this place.
    pub(crate) fn name<'b>(&self, place: usize, bytes: &'b [u8]) -> &'b [u8] {
        let (from, to) = self.places[place];
        &bytes[from..to]
    }

    /// Which of the names from `first` on is this one.
    pub(crate) fn find(&mut self, first: usize, name: &[u8], bytes: &[u8]) -> Option<usize> {
        if self.len() < first + MANY {
            return (first..self.len()).find(|place| self.name(*place, bytes) == name);
        }
        let known = self.index.take().filter(|index| index.first == first);
        let mut index = known.unwrap_or_else(|| Box::new(Index::new(first)));
        index.look(self, bytes);
        let slot = index.slot(name, self, bytes);
        self.index.insert(index).slots[slot]
    }
}

#[cfg(test)]
mod tests {
    use super::{MANY, Names};

    /// Names that are the numbers from 0 to this.
    fn numbers(end: u8) -> (Names, Vec<u8>) {
        let mut names = Names::new();
        for at in 0..usize::from(end) {
            names.push(at, at + 1);
        }
        (names, (0..=u8::MAX).collect())
    }

    #[test]
    fn few_and_many_are_found() {
        for end in [1, 3, 63, 64, 65, 200] {
            let (mut names, bytes) = numbers(end);
            for n in 0..=u8::MAX {
                let found = (n < end).then_some(usize::from(n));
                assert_eq!(names.find(0, &[n], &bytes), found, "{n} of {end}");
            }
        }
    }

    #[test]
    fn each_object_has_its_own() {
        let (mut names, bytes) = numbers(200);
        assert_eq!(names.find(0, &[5], &bytes), Some(5));
        assert_eq!(names.find(100, &[5], &bytes), None);
        assert_eq!(names.find(100, &[105], &bytes), Some(105));
        assert_eq!(names.find(190, &[105], &bytes), None);
        assert_eq!(names.find(190, &[195], &bytes), Some(195));
        assert_eq!(names.find(0, &[5], &bytes), Some(5));
    }

    #[test]
    fn what_is_forgotten_is_not_found() {
        let (mut names, bytes) = numbers(200);
        assert_eq!(names.find(100, &[199], &bytes), Some(199));
        names.truncate(100);
        // Another object begins where that one did.
        for at in 0..MANY {
            names.push(at, at + 1);
        }
        assert_eq!(names.find(100, &[150], &bytes), None);
        assert_eq!(names.find(100, &[3], &bytes), Some(103));
        names.pop();
        names.push(250, 251);
        assert_eq!(names.find(100, &[63], &bytes), None);
        assert_eq!(names.find(100, &[250], &bytes), Some(163));
        assert_eq!((names.len(), names.find(163, &[250], &bytes)), (164, Some(163)));
    }
}
