#include "bindings.hpp"

#include <pybind11/stl.h>
#include <coopnet/core/error.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace py = pybind11;

namespace coopnet::bindings {
namespace {

// The Python classes stand in coopnet/errors.py, each also the natural builtin; here an error only finds its twin.
template <typename... Details>
void raise(const char* name, const Error& error, Details&&... details) {
    const py::object type = py::module_::import("coopnet.errors").attr(name);
    const py::object raised = type(error.what(), std::forward<Details>(details)...);
    PyErr_SetObject(type.ptr(), raised.ptr());
}

py::tuple problems_of(const InvalidNetwork& error) {
    const py::object problem_type = py::module_::import("coopnet.errors").attr("Problem");
    py::list problems;
    for (const Problem& problem : error.problems()) {
        problems.append(problem_type(problem.file, problem.row, problem.column, problem.message));
    }
    return py::tuple(problems);
}

// Formats count lines from 1; 0 says the format does not tell.
std::optional<std::uint64_t> told(std::uint64_t number) {
    return number == 0 ? std::nullopt : std::optional{number};
}

void translate(std::exception_ptr thrown) {
    try {
        if (thrown) std::rethrow_exception(std::move(thrown));
    } catch (const UnknownActor& error) {
        raise("UnknownActor", error);
    } catch (const UnknownRelation& error) {
        raise("UnknownRelation", error);
    } catch (const UnknownName& error) {
        raise("UnknownName", error);
    } catch (const InvalidWeight& error) {
        raise("InvalidWeight", error);
    } catch (const InvalidOption& error) {
        raise("InvalidOption", error);
    } catch (const InvalidNetwork& error) {
        raise("InvalidNetwork", error, problems_of(error));
    } catch (const ParseError& error) {
        raise("ParseError", error, error.path(), told(error.line()), told(error.column()));
    } catch (const NotConverged& error) {
        raise("NotConverged", error);
    } catch (const RenderError& error) {
        raise("RenderError", error);
    } catch (const Cancelled& error) {
        raise("Cancelled", error);
    } catch (const Error& error) {
        raise("CoopnetError", error);
    }
}

}  // namespace

void bind_errors() {
    py::register_exception_translator(&translate);
}

}  // namespace coopnet::bindings
