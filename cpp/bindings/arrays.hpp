#pragma once

#include <pybind11/numpy.h>

#include <memory>
#include <utility>
#include <vector>

namespace coopnet::bindings {

/// NumPy takes the vector over; nothing is copied.
template <class T>
pybind11::array_t<T> to_array(std::vector<T> values) {
    auto owned = std::make_unique<std::vector<T>>(std::move(values));
    const auto size = static_cast<pybind11::ssize_t>(owned->size());
    T* data = owned->data();
    pybind11::capsule owner(owned.release(), [](void* vector) { delete static_cast<std::vector<T>*>(vector); });
    return pybind11::array_t<T>(size, data, owner);
}

}  // namespace coopnet::bindings
