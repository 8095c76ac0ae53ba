//! What is compared with a clock does the same work.

use benches::paths::GROUPS;

#[test]
fn answers_that_are_said_to_be_the_same_are() {
    for make in GROUPS {
        make().check();
    }
}
