package graph

import (
	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"github.com/kubernetes-sigs/kro/api/v1alpha1"
	"github.com/kubernetes-sigs/kro/pkg/features"
	"github.com/kubernetes-sigs/kro/pkg/recording"
)

func (b *Builder) NewResourceGraphDefinition(rgd *v1alpha1.ResourceGraphDefinition, config Config) (*Graph, error) {
	gate := features.FeatureGate.Enabled(features.CELOmitFunction)
	defer recording.Call("graph", map[string]any{"graph": rgd, "omit": gate})()
	return b.recordedNewResourceGraphDefinition(rgd, config)
}

func (b *Builder) rgResourceSpec(resource *v1alpha1.Resource, order int) (ResourceSpec, error) {
	defer recording.Call("resource", map[string]any{"resource": resource})()
	return b.recordedrgResourceSpec(resource, order)
}

func buildInstanceSpecSchema(schema *v1alpha1.Schema) (*extv1.JSONSchemaProps, error) {
	defer recording.Call("schema", map[string]any{"schema": schema})()
	return recordedbuildInstanceSpecSchema(schema)
}

func validateResourceGraphDefinition(rgd *v1alpha1.ResourceGraphDefinition, config Config) error {
	defer recording.Call("graph", map[string]any{"graph": rgd})()
	return recordedvalidateResourceGraphDefinition(rgd, config)
}

func validateKubernetesObjectStructure(object map[string]interface{}) error {
	defer recording.Call("template", map[string]any{"template": object})()
	return recordedvalidateKubernetesObjectStructure(object)
}

func validateNoKROOwnedLabels(id string, object map[string]interface{}) error {
	defer recording.Call("template", map[string]any{"template": object})()
	return recordedvalidateNoKROOwnedLabels(id, object)
}

func validateExternalRefMetadata(metadata v1alpha1.ExternalRefMetadata) error {
	defer recording.Call("externalRef", map[string]any{"metadata": metadata})()
	return recordedvalidateExternalRefMetadata(metadata)
}
