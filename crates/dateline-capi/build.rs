//! Gives the shared library its soname, so that programs ask for the ABI that they were linked against, and has it stay once it is loaded: what it prepares at first use is
//! kept for as long as it is there, and a program that closes and opens it again would lose it each time.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libdateline.so.1,-z,nodelete");
    }
}
