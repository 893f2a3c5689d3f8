//! Which error a refusal is, under the name that it has in every language.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ir::{Operation, Refusal};
use super::schema::text;

/// The statuses that the contract knows, and the errors that they become.
const NAMES: [(u16, &str); 12] = [
    (400, "BadRequest"),
    (401, "AuthenticationError"),
    (402, "PaymentRequired"),
    (403, "PermissionDenied"),
    (404, "NotFound"),
    (409, "Conflict"),
    (413, "ApiError"),
    (422, "Unprocessable"),
    (429, "RateLimited"),
    (500, "ServerError"),
    (502, "ServerError"),
    (503, "ServerError"),
];

/// The refusals of the operations that people call, by status.
pub(super) fn refusals(contract: &Value, operations: &[Operation]) -> Result<BTreeMap<u16, Refusal>, String> {
    let mut refusals = BTreeMap::new();
    for operation in operations.iter().filter(|operation| !operation.internal) {
        for status in &operation.errors {
            let (_, error) = NAMES
                .iter()
                .find(|(named, _)| named == status)
                .ok_or_else(|| format!("{}: no error has a name for {status}", operation.id))?;
            let response = contract
                .pointer(&format!("/components/responses/E{status}"))
                .filter(|response| response.is_object())
                .ok_or_else(|| format!("{}: the contract has no response E{status}", operation.id))?;
            refusals
                .insert(*status, Refusal { error: (*error).to_owned(), doc: text(response, "description") });
        }
    }
    Ok(refusals)
}
