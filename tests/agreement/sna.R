# What R's sna says of the networks in networks.json, for the tests to compare with:
#   Rscript tests/agreement/sna.R
# needs r-cran-sna and r-cran-jsonlite; writes sna.json beside this file.
suppressMessages({library(sna); library(jsonlite)})

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
networks <- fromJSON(file.path(here, "networks.json"), simplifyVector = FALSE)

matrix_of <- function(network) {
  actors <- unlist(network$actors)
  adjacency <- matrix(0, length(actors), length(actors), dimnames = list(actors, actors))
  for (edge in network$edges) {
    adjacency[edge[[1]], edge[[2]]] <- 1
    if (!network$directed) adjacency[edge[[2]], edge[[1]]] <- 1
  }
  adjacency
}

half_the_limit <- function(g) 1 / (2 * max(Mod(eigen(g, only.values = TRUE)$values)))

# One entry a number to compare, by name; `g` the matrix, `mode` "digraph" or "graph".
measures <- list(
  betweenness = function(g, mode) betweenness(g, gmode = mode),
  bonpow = function(g, mode) bonpow(g, gmode = mode, exponent = half_the_limit(g)),
  bonpow_negative = function(g, mode) bonpow(g, gmode = mode, exponent = -half_the_limit(g)),
  centralization_betweenness = function(g, mode) centralization(g, betweenness, mode = mode),
  centralization_closeness = function(g, mode) centralization(g, closeness, mode = mode),
  centralization_degree = function(g, mode) centralization(g, degree, mode = mode),
  centralization_evcent = function(g, mode) centralization(g, evcent, mode = mode),
  centralization_indegree = function(g, mode) centralization(g, degree, mode = mode, cmode = "indegree"),
  # Groups: every third actor.
  brokerage = function(g, mode) {
    roles <- brokerage(g, rep_len(1:3, nrow(g)))
    lapply(unclass(roles)[c("raw.nli", "exp.nli", "z.nli", "raw.gli", "exp.gli", "z.gli")], unname)
  },
  blockmodel = function(g, mode) blockmodel(g, rep_len(1:3, nrow(g)))$block.model,
  closeness = function(g, mode) closeness(g, gmode = mode),
  closeness_gil_schmidt = function(g, mode) closeness(g, gmode = mode, cmode = "gil-schmidt"),
  closeness_suminvdir = function(g, mode) closeness(g, cmode = "suminvdir"),
  closeness_undirected = function(g, mode) closeness(g, gmode = mode, cmode = "undirected"),
  connectedness = function(g, mode) connectedness(g),
  degree = function(g, mode) degree(g, gmode = mode),
  degree_indegree = function(g, mode) degree(g, gmode = mode, cmode = "indegree"),
  dyad_census = function(g, mode) as.vector(dyad.census(g)),
  efficiency = function(g, mode) efficiency(g),
  gden = function(g, mode) gden(g, mode = mode),
  graphcent = function(g, mode) graphcent(g, gmode = mode),
  grecip = function(g, mode) grecip(g),
  grecip_edgewise = function(g, mode) grecip(g, measure = "edgewise"),
  gtrans = function(g, mode) gtrans(g, mode = mode),
  gtrans_strong = function(g, mode) gtrans(g, mode = mode, measure = "strong"),
  hierarchy = function(g, mode) hierarchy(g, measure = "krackhardt"),
  evcent = function(g, mode) evcent(g, gmode = mode),
  graphcent = function(g, mode) graphcent(g, gmode = mode),
  infocent = function(g, mode) tryCatch(infocent(g, gmode = mode), error = function(e) NA),
  kcores = function(g, mode) kcores(g, mode = mode),
  loadcent = function(g, mode) loadcent(g, gmode = mode),
  lubness = function(g, mode) lubness(g),
  sedist = function(g, mode) sedist(g),
  sedist_correlation = function(g, mode) sedist(g, method = "correlation"),
  sedist_euclidean = function(g, mode) sedist(g, method = "euclidean"),
  stresscent = function(g, mode) stresscent(g, gmode = mode),
  triad_census = function(g, mode) as.vector(triad.census(g, mode = "digraph"))
)

bare <- function(answer) if (is.list(answer)) answer else unname(answer)
said <- lapply(networks, function(network) {
  g <- matrix_of(network)
  mode <- if (network$directed) "digraph" else "graph"
  lapply(measures, function(measure) bare(measure(g, mode)))
})
line <- function(name, value) {
  sprintf('  "%s": %s', name, toJSON(value, digits = I(17), auto_unbox = TRUE, na = "null"))
}
blocks <- mapply(function(name, values) {
  sprintf(' "%s": {\n%s\n }', name, paste(mapply(line, names(values), values), collapse = ",\n"))
}, names(said), said)
versions <- sprintf(' "versions": "sna %s, R %s.%s"', packageVersion("sna"), R.version$major, R.version$minor)
cat("{\n", paste(c(versions, blocks), collapse = ",\n"), "\n}\n", sep = "", file = file.path(here, "sna.json"))
