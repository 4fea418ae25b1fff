/// The only JSON of the pure rungs: the one front door.
///
///     std::string out;
///     json::encode(out, event);                        json_write.h   described struct to canonical text
///     json::Document document;                         json_document.h  text to values, reusable buffers
///     auto value = document.parse(text);
///     PlaceOrder order;
///     auto done = json::decode(*value, order);         json_read.h    values to described struct
///
/// Canonical: equal structs have equal bytes. Members stand in the order of their description, names are
/// snake_case, there is no white space, only what JSON demands is escaped. A member whose value says nothing
/// (see json_write.h) is left out; decode leaves the default of the struct in its place. Money and every
/// other decimal goes from text to exact decimals, never through a double.
#pragma once

#include "base/json_document.h"
#include "base/json_read.h"
#include "base/json_value.h"
#include "base/json_write.h"
