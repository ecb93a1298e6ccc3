//! Fixed strings as elements of buffers.

use std::sync::Mutex;

use super::{Data, Element, Items};
use crate::data::text::Text;
use crate::data::{DType, Scalar};

/// Their dtype says neither the class nor the width: buffers and chunks do.
impl Element for Text {
    const DTYPE: DType = DType::TEXTS;

    fn of(data: &Data) -> Option<&Items<Self>> {
        match data {
            Data::Text(items) => Some(items),
            _ => None,
        }
    }

    fn of_mut(data: &mut Data) -> Option<&mut Items<Self>> {
        match data {
            Data::Text(items) => Some(items),
            _ => None,
        }
    }

    fn wrap(items: Vec<Self>) -> Data {
        Data::Text(Items::Own(items))
    }

    fn hold(items: Items<Self>) -> Data {
        Data::Text(items)
    }

    fn scalar(self) -> Scalar {
        Scalar::Text(self, DType::TEXTS)
    }

    fn cast(scalar: Scalar) -> Self {
        scalar.as_text()
    }

    fn spare() -> &'static Mutex<Vec<Vec<Self>>> {
        static SPARE: Mutex<Vec<Vec<Text>>> = Mutex::new(Vec::new());
        &SPARE
    }
}
