package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/cel/openapi/resolver"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/openapi"
	"k8s.io/kube-openapi/pkg/validation/spec"
)

// OpenAPI v3 documents by their path, "api/v1" or "apis/apps/v1": what stands for the API server's own.
type published map[string]openapi.GroupVersion

func (p published) Paths() (map[string]openapi.GroupVersion, error) { return p, nil }

type document3 []byte

func (d document3) Schema(string) ([]byte, error) { return d, nil }
func (d document3) ServerRelativeURL() string     { return "" }

// The documents of a folder, named as the Kubernetes repository names them: apis__apps__v1_openapi.json.
func folder(root string) openapi.Client { return files(root) }

type files string

func (f files) Paths() (map[string]openapi.GroupVersion, error) {
	found, err := filepath.Glob(filepath.Join(string(f), "api*_openapi.json"))
	if err != nil {
		return nil, err
	}
	paths := map[string]openapi.GroupVersion{}
	for _, file := range found {
		name := strings.TrimSuffix(filepath.Base(file), "_openapi.json")
		paths[strings.ReplaceAll(name, "__", "/")] = document3File(file)
	}
	return paths, nil
}

type document3File string

func (d document3File) Schema(string) ([]byte, error) { return os.ReadFile(string(d)) }
func (d document3File) ServerRelativeURL() string     { return "" }

// Of discovery kro's resolver asks for the documents alone.
type documentsOnly struct {
	discovery.DiscoveryInterface
	client openapi.Client
}

func (d documentsOnly) OpenAPIV3() openapi.Client { return d.client }

func discovered(client openapi.Client) resolver.SchemaResolver {
	return &resolver.ClientDiscoveryResolver{Discovery: documentsOnly{client: client}}
}

func pathOf(gv schema.GroupVersion) string {
	if gv.Group == "" {
		return "api/" + gv.Version
	}
	return "apis/" + gv.String()
}

type kindResolver map[schema.GroupVersionKind]resolver.SchemaResolver

func (r kindResolver) ResolveSchema(gvk schema.GroupVersionKind) (*spec.Schema, error) {
	if found, ok := r[gvk]; ok {
		return found.ResolveSchema(gvk)
	}
	return nil, fmt.Errorf("cannot resolve group version kind %q: %w", gvk, resolver.ErrSchemaNotFound)
}

type layered struct{ over, under resolver.SchemaResolver }

func (l *layered) ResolveSchema(gvk schema.GroupVersionKind) (*spec.Schema, error) {
	found, err := l.over.ResolveSchema(gvk)
	if errors.Is(err, resolver.ErrSchemaNotFound) {
		return l.under.ResolveSchema(gvk)
	}
	return found, err
}
