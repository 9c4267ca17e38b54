-- Run by PostgreSQL's image on its first start. No service reads another's database.
CREATE DATABASE ingest;
CREATE DATABASE pipeline;
CREATE DATABASE registry;
