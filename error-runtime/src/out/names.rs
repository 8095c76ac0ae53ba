//! The names of the entries in the objects that are open.

use std::hash::{BuildHasher, RandomState};

/// From so many names on, an object's are looked up and not compared one by
/// one: a map that a client has sent may have any number.
const MANY: usize = 64;

/// Where a name begins and ends.
type Place = (usize, usize);

/// Each name by where it stands in the buffer, between its quotes.
#[derive(Debug, Default)]
pub(crate) struct Names {
    places: Vec<Place>,
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
    /// One more than each name's place; 0 is free. At least twice as many as
    /// names, so that some are.
    slots: Vec<usize>,
    hasher: RandomState,
}

impl Index {
    fn new(first: usize) -> Self {
        Self { first, seen: first, slots: Vec::new(), hasher: RandomState::new() }
    }

    /// Looks at the names that have come since the last time.
    fn look(&mut self, places: &[Place], bytes: &[u8]) {
        let own = places.len() - self.first;
        if self.slots.len() < 2 * own {
            // What `vec!` brings for a list of these is long to compile.
            self.slots = Vec::with_capacity(4 * own);
            while self.slots.len() < 4 * own {
                self.slots.push(0);
            }
            self.seen = self.first;
        }
        for place in self.seen..places.len() {
            let slot = self.slot(name(places[place], bytes), places, bytes);
            if self.slots[slot] == 0 {
                self.slots[slot] = place + 1;
            }
        }
        self.seen = places.len();
    }

    /// The slot of this name, or the free one where it would stand.
    fn slot(&self, wanted: &[u8], places: &[Place], bytes: &[u8]) -> usize {
        let slots = self.slots.len();
        let hash = self.hasher.hash_one(wanted) % slots as u64;
        let mut slot = usize::try_from(hash).unwrap_or_default();
        while self.slots[slot] > 0 && name(places[self.slots[slot] - 1], bytes) != wanted {
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
        if matches!(&self.index, Some(index) if index.seen > len) {
            self.index = None;
        }
    }

    /// The name at this place.
    pub(crate) fn name<'b>(&self, place: usize, bytes: &'b [u8]) -> &'b [u8] {
        name(self.places[place], bytes)
    }

    /// Which of the names from `first` on is this one.
    pub(crate) fn find(&mut self, first: usize, name: &[u8], bytes: &[u8]) -> Option<usize> {
        if self.len() < first + MANY {
            for place in first..self.len() {
                if self.name(place, bytes) == name {
                    return Some(place);
                }
            }
            return None;
        }
        if !matches!(&self.index, Some(index) if index.first == first) {
            self.index = Some(Box::new(Index::new(first)));
        }
        let index = self.index.as_mut()?;
        index.look(&self.places, bytes);
        index.slots[index.slot(name, &self.places, bytes)].checked_sub(1)
    }
}

#[inline]
fn name((from, to): Place, bytes: &[u8]) -> &[u8] {
    &bytes[from..to]
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
