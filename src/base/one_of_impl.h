/// How a OneOf is copied, moved and ended: included by the one file of a room that makes it for all others.
#pragma once

#include "base/one_of.h"

namespace truefill {

template <class Some> void KindsOf<Some>::copy(Some& to, const Some& from) {
    to.kind_ = from.kind_;
    visit([&]<class T>(
              const T& value) { std::construct_at(to.template at<Some::template place<T>()>(), value); },
          from);
}

template <class Some> void KindsOf<Some>::move(Some& to, Some& from) noexcept {
    to.kind_ = from.kind_;
    visit([&]<class T>(
              T& value) { std::construct_at(to.template at<Some::template place<T>()>(), std::move(value)); },
          from);
}

template <class Some> void KindsOf<Some>::end(Some& some) noexcept {
    visit([]<class T>(T& value) { std::destroy_at(&value); }, some);
}

} // namespace truefill
