//! The C library from outside: its header as data, and the ABI that the header stands for.

pub(crate) mod abi;
pub(crate) mod header;
