module github.com/plainline/plainline

go 1.26
