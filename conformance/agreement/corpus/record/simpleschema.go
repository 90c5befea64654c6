package simpleschema

import (
	extv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"github.com/kubernetes-sigs/kro/pkg/recording"
	"github.com/kubernetes-sigs/kro/pkg/simpleschema/types"
)

func ToOpenAPISpec(object, customTypes map[string]interface{}) (*extv1.JSONSchemaProps, error) {
	defer recording.Call("spec", map[string]any{"spec": object, "types": customTypes})()
	return recordedToOpenAPISpec(object, customTypes)
}

func ParseField(field string) (types.Type, []*Marker, error) {
	defer recording.Call("field", map[string]any{"field": field})()
	return recordedParseField(field)
}

func ParseMarkers(markers string) ([]*Marker, error) {
	defer recording.Call("field", map[string]any{"field": "string | " + markers})()
	return recordedParseMarkers(markers)
}

func applyMarkers(schema *extv1.JSONSchemaProps, markers []*Marker, key string, parent *extv1.JSONSchemaProps) error {
	pairs := make([][2]string, len(markers))
	for i, marker := range markers {
		pairs[i] = [2]string{marker.Key, marker.Value}
	}
	defer recording.Call("markers", map[string]any{"type": schema.Type, "markers": pairs})()
	return recordedapplyMarkers(schema, markers, key, parent)
}
