return require "assay.exchange.network".table_format "nodes"
