#include "api/post_command.h"
#include "engine/modules.h"
#include "server/openapi.h"

#include <boost/mp11/algorithm.hpp>

namespace truefill::server {

using namespace api;
namespace {

template <class Module> void add_module(Schemas& schemas, std::vector<CommandSchema>& all) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Module>>(
        [&]<class C>(std::type_identity<C>) {
            if (is_offered(C::name)) all.push_back({C::name, C::fact, schemas.of<C>()});
        });
}

} // namespace

std::vector<CommandSchema> command_schemas(Schemas& schemas) {
    std::vector<CommandSchema> all;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, engine::Command>>(
        [&]<class M>(std::type_identity<M>) { add_module<M>(schemas, all); });
    return all;
}

} // namespace truefill::server
