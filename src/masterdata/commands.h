/// Loading master data is a journaled command like any other.
#pragma once

#include "base/one_of.h"
#include "base/time.h"
#include "masterdata/masterdata.h"

#include <string_view>

namespace truefill::masterdata {

struct LoadCatalogue {
    static constexpr std::string_view name = "masterdata.load_catalogue";
    static constexpr bool fact = false;
    Catalogue catalogue;
};
TF_DESCRIBE(LoadCatalogue, (catalogue))
using Command = OneOf<LoadCatalogue>;

struct CatalogueLoaded {
    static constexpr std::string_view name = "masterdata.catalogue_loaded";
    static constexpr int version = 1;
    Catalogue catalogue;
};
TF_DESCRIBE(CatalogueLoaded, (catalogue))
using Event = OneOf<CatalogueLoaded>;

} // namespace truefill::masterdata
