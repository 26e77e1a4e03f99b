//! The whole product, all routes and all tables at once: what must hold for everything that is ever added.
mod assessed;
mod learned;
mod lexer;
mod routes;
mod schema;
mod statements;
mod stranger;
mod subjects;
mod tables;
mod walk;
mod web;
mod world;
