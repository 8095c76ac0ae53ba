// What only rustc can see, it says at the user's own words.

use error_runtime::envelope;

envelope! {
    #[api(axum = ::axum_of_another_world)]
    pub NoFramework = {
        "code": code,
    }
    success = { "data": data }

    #[api(adapter = my_adapter)]
    pub NoMacro = {
        "code": code,
    }
    success = { "data": data }
}

fn main() {}
