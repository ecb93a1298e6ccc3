//! Moments and durations as elements of buffers.

use std::sync::Mutex;

use super::{Data, Element, Items};
use crate::data::{DType, Scalar, Ticks};

/// Their dtype says neither which of the two they are nor the unit: buffers and chunks do.
impl Element for Ticks {
    const DTYPE: DType = DType::TICKS;

    fn of(data: &Data) -> Option<&Items<Self>> {
        match data {
            Data::Ticks(items) => Some(items),
            _ => None,
        }
    }

    fn of_mut(data: &mut Data) -> Option<&mut Items<Self>> {
        match data {
            Data::Ticks(items) => Some(items),
            _ => None,
        }
    }

    fn wrap(items: Vec<Self>) -> Data {
        Data::Ticks(Items::Own(items))
    }

    fn hold(items: Items<Self>) -> Data {
        Data::Ticks(items)
    }

    fn scalar(self) -> Scalar {
        Scalar::Time(self, DType::TICKS)
    }

    fn cast(scalar: Scalar) -> Self {
        scalar.as_ticks()
    }

    fn spare() -> &'static Mutex<Vec<Vec<Self>>> {
        static SPARE: Mutex<Vec<Vec<Ticks>>> = Mutex::new(Vec::new());
        &SPARE
    }
}
