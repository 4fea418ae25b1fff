/// Header fields that are added to whatever answers.
#pragma once

#include "http/exchange.h"

#include <utility>

namespace truefill::api {

class ExtraFields final : public http::Exchange {
public:
    ExtraFields(http::ExchangePtr inner, http::Pairs fields)
        : inner_{std::move(inner)}, fields_{std::move(fields)} {}
    const http::Request& request() const override { return inner_->request(); }
    bool is_open() const override { return inner_->is_open(); }
    void reply(http::Response response) override { inner_->reply(with_fields(std::move(response))); }
    std::shared_ptr<http::Stream> stream(http::Response head) override {
        return inner_->stream(with_fields(std::move(head)));
    }

private:
    http::Response with_fields(http::Response response) const {
        response.headers.insert(response.headers.end(), fields_.begin(), fields_.end());
        return response;
    }

    http::ExchangePtr inner_;
    http::Pairs fields_;
};

} // namespace truefill::api
