//! A column of pages or texts, value by value.

use arrow_array::{Array, cast::AsArray};
use arrow_schema::DataType;

use crate::{Error, Kind};

/// One value of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Bytes whose charset is to be found out.
    Bytes(&'a [u8]),
    /// A string, UTF-8 whatever a page says of itself.
    Text(&'a str),
}

/// The values of a column: binary or UTF-8, large or view, or a table whose only column is such a one. `None` is a null.
///
/// # Errors
///
/// Where the column is of another type; see [`Error::is_column`].
pub fn column(array: &dyn Array) -> Result<Vec<Option<Value<'_>>>, Error> {
    Ok(match array.data_type() {
        DataType::Binary => array.as_binary::<i32>().iter().map(|value| value.map(Value::Bytes)).collect(),
        DataType::LargeBinary => array.as_binary::<i64>().iter().map(|value| value.map(Value::Bytes)).collect(),
        DataType::BinaryView => array.as_binary_view().iter().map(|value| value.map(Value::Bytes)).collect(),
        DataType::Utf8 => array.as_string::<i32>().iter().map(|value| value.map(Value::Text)).collect(),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().map(|value| value.map(Value::Text)).collect(),
        DataType::Utf8View => array.as_string_view().iter().map(|value| value.map(Value::Text)).collect(),
        DataType::Null => vec![None; array.len()],
        DataType::Struct(fields) if fields.len() == 1 && !matches!(fields[0].data_type(), DataType::Struct(_)) => {
            column(array.as_struct().column(0).as_ref())?
        }
        other => return Err(Kind::Column(other.clone()).into()),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, BinaryViewArray, Int64Array, LargeStringArray, StringArray, StructArray};

    use super::*;

    #[test]
    fn columns_of_every_kind_are_read() {
        let texts: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None]));
        assert_eq!(column(&texts).unwrap(), [Some(Value::Text("a")), None]);
        assert_eq!(column(&LargeStringArray::from(vec!["b"])).unwrap(), [Some(Value::Text("b"))]);
        assert_eq!(column(&BinaryViewArray::from(vec![b"c".as_slice()])).unwrap(), [Some(Value::Bytes(b"c"))]);
        let table = StructArray::try_from(vec![("html", texts)]).unwrap();
        assert_eq!(column(&table).unwrap(), [Some(Value::Text("a")), None]);
    }

    #[test]
    fn others_are_refused() {
        let error = column(&Int64Array::from(vec![1])).unwrap_err();
        assert!(error.is_column() && error.to_string().contains("Int64"), "{error}");
    }
}
