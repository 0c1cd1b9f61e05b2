#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>

// WebAssembly as it is built here cannot unwind: what is thrown goes to the page as its sentence, the page throws it
// there, and makes a new instance of the core. So kernels throw and never catch.
namespace {

extern "C" __attribute__((import_module("page"), import_name("fail"))) void page_fail(const char* sentence,
                                                                                      std::size_t size);

[[noreturn]] void fail(const char* sentence) {
    page_fail(sentence, std::strlen(sentence));
    std::abort();  // never: `page_fail` does not come back
}

}  // namespace

// The names are those that the compiler calls.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,cppcoreguidelines-no-malloc)
extern "C" {

void* __cxa_allocate_exception(std::size_t size) {
    return std::malloc(size);
}

// Everything that is thrown has std::exception as its first, single base.
[[noreturn]] void __cxa_throw(void* thrown, void* /*type*/, void (* /*destroy*/)(void*)) {
    fail(static_cast<std::exception*>(thrown)->what());
}

void __cxa_free_exception(void* thrown) {
    std::free(thrown);
}

void* __cxa_begin_catch(void* thrown) {
    return thrown;
}
void __cxa_end_catch() {}
[[noreturn]] void __cxa_rethrow() {
    fail("An error was caught in the core.");
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,cppcoreguidelines-no-malloc)
