package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/kubernetes-sigs/kro/pkg/graph"
	kroresolver "github.com/kubernetes-sigs/kro/pkg/graph/schema/resolver"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdopenapi "k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder"
	"k8s.io/apiextensions-apiserver/pkg/generated/openapi"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/cel/openapi/resolver"
	"k8s.io/client-go/kubernetes/scheme"
	"sigs.k8s.io/yaml"
)

const schemasLast = 24 * time.Hour // nothing changes while the oracle runs

type sources struct{ openAPI, crds, kinds string }

// What kro asks an API server: the schema and the scope of a kind.
type cluster struct {
	schemas resolver.SchemaResolver
	mapper  meta.RESTMapper
}

type kind struct {
	Plural string `json:"plural"`
	Scope  string `json:"scope"`
}

// The kinds are those of the index: what it leaves out does not exist, even if a document describes it.
func newCluster(from sources) (*cluster, error) {
	index, err := readIndex(from.kinds)
	if err != nil {
		return nil, err
	}
	mapper := meta.NewDefaultRESTMapper(nil)
	for gvk, kind := range index {
		addKind(mapper, gvk, kind)
	}
	schemas := kindResolver{}
	crds, err := readCRDs(from.crds)
	if err != nil {
		return nil, err
	}
	for _, crd := range crds {
		if err := schemas.addCRD(crd); err != nil {
			return nil, fmt.Errorf("%s: %w", crd.Name, err)
		}
	}
	builtin := discovered(folder(from.openAPI))
	for gvk := range index {
		if _, ok := schemas[gvk]; !ok {
			schemas[gvk] = builtin
		}
	}
	return &cluster{schemas: likeKro(schemas), mapper: mapper}, nil
}

// The same cluster after a CRD was applied.
func (c *cluster) with(crd *apiextensions.CustomResourceDefinition) (*cluster, error) {
	mapper := meta.NewDefaultRESTMapper(nil)
	for _, version := range crd.Spec.Versions {
		gvk := schema.GroupVersionKind{Group: crd.Spec.Group, Version: version.Name, Kind: crd.Spec.Names.Kind}
		addKind(mapper, gvk, kind{Plural: crd.Spec.Names.Plural, Scope: string(crd.Spec.Scope)})
	}
	schemas := kindResolver{}
	if err := schemas.addCRD(crd); err != nil {
		return nil, err
	}
	return &cluster{
		schemas: &layered{over: likeKro(schemas), under: c.schemas},
		mapper:  meta.FirstHitRESTMapper{MultiRESTMapper: meta.MultiRESTMapper{mapper, c.mapper}},
	}, nil
}

func (c *cluster) builder() (*graph.Builder, error) {
	return graph.NewBuilder(nil, nil, graph.WithSchemaResolver(c.schemas), graph.WithRESTMapper(c.mapper))
}

func addKind(mapper *meta.DefaultRESTMapper, gvk schema.GroupVersionKind, kind kind) {
	scope := meta.RESTScopeRoot
	if kind.Scope == "Namespaced" {
		scope = meta.RESTScopeNamespace
	}
	gv := gvk.GroupVersion()
	mapper.AddSpecific(gvk, gv.WithResource(kind.Plural), gv.WithResource(strings.ToLower(gvk.Kind)), scope)
}

// The layers of kro's own resolver: what is compiled in, then what the API server publishes.
func likeKro(published resolver.SchemaResolver) resolver.SchemaResolver {
	compiledIn := resolver.NewDefinitionsSchemaResolver(openapi.GetOpenAPIDefinitions, scheme.Scheme)
	return compiledIn.Combine(kroresolver.NewTTLCachedSchemaResolver(published, 1000, schemasLast))
}

// addCRD describes a kind as the API server publishes it.
func (r kindResolver) addCRD(crd *apiextensions.CustomResourceDefinition) error {
	for _, version := range crd.Spec.Versions {
		if !version.Served {
			continue
		}
		document, err := crdopenapi.BuildOpenAPIV3(crd, version.Name, crdopenapi.Options{})
		if err != nil {
			return err
		}
		text, err := json.Marshal(document)
		if err != nil {
			return err
		}
		gvk := schema.GroupVersionKind{Group: crd.Spec.Group, Version: version.Name, Kind: crd.Spec.Names.Kind}
		r[gvk] = discovered(published{pathOf(gvk.GroupVersion()): document3(text)})
	}
	return nil
}

func readIndex(file string) (map[schema.GroupVersionKind]kind, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	byName := map[string]kind{}
	if err := json.Unmarshal(text, &byName); err != nil {
		return nil, err
	}
	index := map[schema.GroupVersionKind]kind{}
	for name, kind := range byName {
		if kind.Scope == "File" { // no API server knows it
			continue
		}
		slash := strings.LastIndex(name, "/")
		index[schema.FromAPIVersionAndKind(name[:slash], name[slash+1:])] = kind
	}
	return index, nil
}

func readCRDs(root string) ([]*apiextensions.CustomResourceDefinition, error) {
	files, err := filepath.Glob(filepath.Join(root, "*", "*.json"))
	if err != nil {
		return nil, err
	}
	var crds []*apiextensions.CustomResourceDefinition
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		crd := &apiextensions.CustomResourceDefinition{}
		if err := yaml.Unmarshal(text, crd); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		crds = append(crds, crd)
	}
	return crds, nil
}
