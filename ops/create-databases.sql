-- Run once by the PostgreSQL image, on an empty data folder: each service has a database of its own.
create database catalog;
create database practice;
create database recommendation;
create database web;
