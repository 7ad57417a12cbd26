//! Things by number.

/// How many bits of a number say the place: more than there are calls for in the memory.
const PLACE_BITS: u32 = 24;

/// How many numbers a place can have before the first comes again. All of them are whole numbers to JavaScript.
const SERIALS: u64 = (1 << (f64::MANTISSA_DIGITS - PLACE_BITS)) - 1;

/// Things by number. Of two, the one that came later has the greater, and a number that was kept too long finds nothing: both
/// are true for half a billion things.
pub struct Slab<T> {
    /// Each with its number, or 0.
    places: Vec<(u64, Option<T>)>,
    free: Vec<usize>,
    serial: u64,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Slab {
            places: Vec::new(),
            free: Vec::new(),
            serial: 0,
        }
    }
}

impl<T> Slab<T> {
    /// Returns the next number, for [`fill`](Slab::fill) or [`remove`](Slab::remove).
    pub fn reserve(&mut self) -> u64 {
        let place = self.free.pop().unwrap_or(self.places.len());
        self.serial = self.serial % SERIALS + 1;
        let number = self.serial << PLACE_BITS | place as u64;
        match self.places.get_mut(place) {
            Some(free) => free.0 = number,
            None => self.places.push((number, None)),
        }
        number
    }

    /// Puts a thing where a number was reserved for it.
    pub fn fill(&mut self, number: u64, thing: T) {
        if let Some((_, place)) = self.places.get_mut(place_of(number)) {
            *place = Some(thing);
        }
    }

    /// Returns the thing of this number, if it is there.
    pub fn get(&self, number: u64) -> Option<&T> {
        let (other, thing) = self.places.get(place_of(number))?;
        thing.as_ref().filter(|_| *other == number)
    }

    /// Takes the thing of this number out, and gives its place to another. The number must be the last of this place.
    pub fn remove(&mut self, number: u64) -> Option<T> {
        let (last, thing) = self.places.get_mut(place_of(number))?;
        if *last != number {
            return None;
        }
        *last = 0;
        self.free.push(place_of(number));
        thing.take()
    }
}

fn place_of(number: u64) -> usize {
    (number & ((1 << PLACE_BITS) - 1)) as usize
}
