//! See the target of this name in `farled_fuzz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| farled_fuzz::calendar_file(data));
