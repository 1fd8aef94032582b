# plainline in an image without a shell, a package or a root user in it.
#
#   docker build -t plainline .
#   docker run -p 8080:8080 -v plainline:/data plainline
#   docker run -p 8080:8080 -v plainline:/data -v ./my-base:/base:ro plainline -base /base

FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# The whole program, models of languages included; with -tags nolingua the image is a tenth of the size.
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags "-s -w" -o /out/plainline ./cmd/plainline
RUN mkdir -m 0700 /out/data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/plainline /plainline
COPY --from=build --chown=65532:65532 /out/data /data
COPY LICENSE /LICENSE
USER 65532:65532
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/plainline", "serve", "-listen", ":8080", "-data", "/data"]
