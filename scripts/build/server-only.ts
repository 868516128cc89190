// Stands in for the package "server-only" where Next does not resolve it: the server bundle, scripts and tests.
export {};
