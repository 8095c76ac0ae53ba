//! tonic: `From` for `Status`.

// Expands to:
//
//     impl<T> From<MyError<T>> for ::tonic::Status where … {
//         fn from(error: MyError<T>) -> Self { … }
//     }
//
// The status is that of AIP-193 for the HTTP status, the message the public
// one; the machine code and the answer's headers are metadata.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_tonic {
    ([$($tonic:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> ::core::convert::From<$($ty)*> for $($tonic)*::Status $($where)* {
            fn from(error: $($ty)*) -> Self {
                let (code, message, metadata) = $crate::__private::grpc(&error);
                $($tonic)*::Status::with_metadata(
                    $($tonic)*::Code::from_i32(code),
                    message,
                    $($tonic)*::metadata::MetadataMap::from_headers(metadata),
                )
            }
        }
    };
}
