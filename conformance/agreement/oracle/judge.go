package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	krov1 "github.com/kubernetes-sigs/kro/api/v1alpha1"
	"github.com/kubernetes-sigs/kro/pkg/graph"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"sigs.k8s.io/yaml"
)

// The flags of kro's controller, as its main sets them.
var limits = graph.Config{MaxCollectionSize: 1000, MaxCollectionDimensionSize: 10}

const (
	stageAdmission = "admission"
	stageBuilder   = "builder"
	stageCRD       = "crd"
	stageInstance  = "instance"
)

type judge struct {
	cluster   *cluster
	admission *admission
	// Clusters by the text of the context that was applied to them: mutations of one graph share it.
	clusters sync.Map
}

func (j *judge) answer(request request) (result answer) {
	result.Name = request.Name
	cluster, err := j.clusterWith(request.Context)
	if err != nil {
		result.Stage, result.Error = "context", err.Error()
		return result
	}
	built, stage, err := j.judge(cluster, request.Graph)
	if err != nil {
		result.Stage, result.Error = stage, err.Error()
		return result
	}
	result.Open, err = compute(built)
	if err != nil {
		result.Stage, result.Error = stageInstance, err.Error()
	} else {
		result.Accepted = true
	}
	return result
}

// compute gives the first value that kro cannot write, of the expressions that read nothing, and whether there are others of
// which this says nothing: they read something, or fail before they have a value.
func compute(built *graph.Graph) (open bool, err error) {
	// A status reads something.
	open = len(built.Instance.Variables) > 0
	for _, id := range built.TopologicalOrder {
		for _, variable := range built.Nodes[id].Variables {
			if variable.Expression.Program == nil || len(variable.Expression.References) > 0 {
				open = true
				continue
			}
			_, failure := variable.Expression.Eval(map[string]any{})
			if failure == nil {
				continue
			}
			if !strings.HasPrefix(failure.Error(), "convert ") {
				open = true
			} else if err == nil {
				err = failure
			}
		}
	}
	return open, err
}

// judge gives what kro builds of a graph, or who refuses it and why.
func (j *judge) judge(cluster *cluster, text string) (made *graph.Graph, stage string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v", fault)
		}
	}()
	stage = stageAdmission
	encoded, err := yaml.YAMLToJSONStrict([]byte(text))
	if err != nil {
		return nil, stage, err
	}
	object := map[string]any{}
	if err := utiljson.Unmarshal(encoded, &object); err != nil {
		return nil, stage, err
	}
	if err := j.admission.admit(object); err != nil {
		return nil, stage, err
	}

	stage = stageBuilder
	stored, err := json.Marshal(object)
	if err != nil {
		return nil, stage, err
	}
	rgd := &krov1.ResourceGraphDefinition{}
	if err := json.Unmarshal(stored, rgd); err != nil {
		return nil, stage, err
	}
	builder, err := cluster.builder()
	if err != nil {
		return nil, stage, err
	}
	built, err := builder.NewResourceGraphDefinition(rgd, limits)
	if err != nil {
		return nil, stage, err
	}
	if err := admitCRD(built.CRD); err != nil {
		return nil, stageCRD, err
	}
	return built, "", nil
}

func (j *judge) clusterWith(context []string) (*cluster, error) {
	made, _ := j.clusters.LoadOrStore(strings.Join(context, "\n---\n"), sync.OnceValues(func() (*cluster, error) {
		return j.apply(context)
	}))
	return made.(func() (*cluster, error))()
}

// apply takes the documents one after the other: a graph may use the kinds of those before it.
func (j *judge) apply(context []string) (*cluster, error) {
	cluster := j.cluster
	for _, text := range context {
		crd, err := j.crdOf(cluster, text)
		if err != nil {
			return nil, err
		}
		if cluster, err = cluster.with(crd); err != nil {
			return nil, err
		}
	}
	return cluster, nil
}

func (j *judge) crdOf(cluster *cluster, text string) (*apiextensions.CustomResourceDefinition, error) {
	var what metav1.TypeMeta
	if err := yaml.Unmarshal([]byte(text), &what); err != nil {
		return nil, err
	}
	if what.Kind != "CustomResourceDefinition" {
		built, _, err := j.judge(cluster, text)
		if err != nil {
			return nil, err
		}
		return built.CRD, nil
	}
	crd := &apiextensions.CustomResourceDefinition{}
	if err := yaml.Unmarshal([]byte(text), crd); err != nil {
		return nil, err
	}
	return crd, admitCRD(crd)
}
