//! What the layer does to each kind of answer, on tower's side.
