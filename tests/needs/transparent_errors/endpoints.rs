//! An enum of per-endpoint structs.

use super::Gateway;
use crate::back::json;
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("No invoice {id}")]
#[api(status = 404, code = "INVOICE_NOT_FOUND")]
struct GetInvoice {
    #[api(detail)]
    id: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Invoice {id} is paid already")]
#[api(status = 409, code = "INVOICE_PAID", header("Content-Location" = "/invoices/{id}"))]
struct PayInvoice {
    id: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Gateway)]
enum Invoices {
    #[error(transparent)]
    #[api(transparent)]
    Get(#[from] GetInvoice),
    #[error(transparent)]
    #[api(transparent)]
    Pay(#[from] PayInvoice),
}

#[test]
fn an_enum_of_endpoints() {
    let answer = json(
        Gateway::parse,
        &Invoices::from(GetInvoice { id: 7 }),
        404,
        &[],
        r#"{"code":"INVOICE_NOT_FOUND","message":"No invoice 7","details":{"id":7}}"#,
    );
    assert_eq!(answer.details()["id"], 7);
    let answer = json(
        Gateway::parse,
        &Invoices::from(PayInvoice { id: 7 }),
        409,
        &[("content-location", "/invoices/7")],
        r#"{"code":"INVOICE_PAID","message":"Invoice 7 is paid already"}"#,
    );
    assert_eq!(answer.code(), "INVOICE_PAID");
    assert_eq!(Invoices::catalogue().codes(), ["INVOICE_NOT_FOUND", "INVOICE_PAID"]);
}
