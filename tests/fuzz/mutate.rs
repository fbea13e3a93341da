//! Mutations of seeds, as fuzzers make them, by a generator that is the same in every run.

/// The longest input.
const LONGEST: usize = 64 * 1024;

/// Bytes and numbers at which programs tend to be wrong.
const INTERESTING: [u8; 12] = [0, 1, 9, 10, 13, 32, 34, 58, 127, 128, 254, 255];

pub struct Mutator(u64);

impl Mutator {
    pub fn new(name: &str) -> Self {
        // FNV-1a, so that each target has mutations of its own.
        Self(name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    /// xorshift64*.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit.max(1)
    }

    /// A place, and how many bytes from there.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let begin = self.below(length + 1);
        let most = if self.below(4) == 0 { length - begin } else { (length - begin).min(16) };
        begin..begin + self.below(most + 1)
    }

    /// One of the seeds with one to eight changes.
    pub fn next(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut data = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(8) {
            self.change(&mut data, seeds);
        }
        data.truncate(LONGEST);
        data
    }

    fn change(&mut self, data: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let at = self.below(data.len());
        match self.below(8) {
            0 if !data.is_empty() => data[at] ^= 1 << self.below(8),
            1 if !data.is_empty() => data[at] = INTERESTING[self.below(INTERESTING.len())],
            2 if !data.is_empty() => data[at] = self.below(256) as u8,
            3 => {
                let range = self.range(data.len());
                data.drain(range);
            }
            4 => {
                let range = self.range(data.len());
                let copy = data[range].to_vec();
                let at = self.below(data.len() + 1);
                data.splice(at..at, copy);
            }
            5 => {
                let other = &seeds[self.below(seeds.len())];
                let range = self.range(other.len());
                let at = self.below(data.len() + 1);
                data.splice(at..at, other[range].to_vec());
            }
            6 => {
                let byte = self.below(256) as u8;
                let count = 1 + self.below(64);
                let at = self.below(data.len() + 1);
                data.splice(at..at, std::iter::repeat_n(byte, count));
            }
            _ => data.truncate(at),
        }
    }
}
