package parser

import (
	"k8s.io/kube-openapi/pkg/validation/spec"

	krocel "github.com/kubernetes-sigs/kro/pkg/cel"
	"github.com/kubernetes-sigs/kro/pkg/graph/variable"
	"github.com/kubernetes-sigs/kro/pkg/recording"
)

func (p *Parser) ParseResource(resource map[string]interface{}, schema *spec.Schema) ([]variable.FieldDescriptor, error) {
	defer recording.Call("typed", map[string]any{"object": resource, "schema": schema})()
	return p.recordedParseResource(resource, schema)
}

func ParseSchemalessResource(resource map[string]interface{}) ([]variable.FieldDescriptor, []string, error) {
	defer recording.Call("status", map[string]any{"status": resource})()
	return recordedParseSchemalessResource(resource)
}

func extractExpressions(text string) ([]exprMatch, error) {
	defer recording.Call("text", map[string]any{"text": text})()
	return recordedextractExpressions(text)
}

func UnwrapExpressions(conditions []string) ([]*krocel.Expression, error) {
	defer recording.Call("readyWhen", map[string]any{"conditions": conditions})()
	return recordedUnwrapExpressions(conditions)
}
