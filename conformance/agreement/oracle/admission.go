package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdvalidation "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	metavalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"sigs.k8s.io/yaml"
)

// What the API server does with an object of a custom resource that is created: the steps of apiextensions-apiserver.
type admission struct {
	apiVersion, kind string
	structural       *schema.Structural
	schema           validation.SchemaValidator
	rules            *cel.Validator
}

func newAdmission(file string) (*admission, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	crd := &apiextensionsv1.CustomResourceDefinition{}
	if err := yaml.UnmarshalStrict(text, crd); err != nil {
		return nil, err
	}
	if len(crd.Spec.Versions) != 1 {
		return nil, fmt.Errorf("%s has %d versions, not one", crd.Name, len(crd.Spec.Versions))
	}
	internal, err := toInternal(crd)
	if err != nil {
		return nil, err
	}
	props := internal.Spec.Validation.OpenAPIV3Schema
	structural, err := schema.NewStructural(props)
	if err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(props)
	if err != nil {
		return nil, err
	}
	return &admission{
		apiVersion: crd.Spec.Group + "/" + crd.Spec.Versions[0].Name,
		kind:       crd.Spec.Names.Kind,
		structural: structural,
		schema:     validator,
		rules:      cel.NewValidator(structural, true, celconfig.PerCallLimit),
	}, nil
}

// admit fills in defaults. Unknown fields are refused: kubectl and Argo CD ask for strict validation.
func (a *admission) admit(object map[string]any) error {
	u := &unstructured.Unstructured{Object: object}
	if u.GetAPIVersion() != a.apiVersion || u.GetKind() != a.kind {
		return fmt.Errorf("%s %s is no %s %s", u.GetAPIVersion(), u.GetKind(), a.apiVersion, a.kind)
	}
	u.SetNamespace("") // as for every object of a kind without namespaces
	wrong, unknown := objectmeta.CoerceWithOptions(nil, object, a.structural, true, objectmeta.CoerceOptions{
		ReturnUnknownFieldPaths: true,
	})
	if wrong != nil {
		return wrong
	}
	unknown = append(unknown, pruning.PruneWithOptions(object, a.structural, true, schema.UnknownFieldPathOptions{
		TrackUnknownFieldPaths: true,
	})...)
	if len(unknown) > 0 {
		return fmt.Errorf("unknown field %q", unknown[0])
	}
	defaulting.PruneNonNullableNullsWithoutDefaults(object, a.structural)
	defaulting.Default(object, a.structural)
	delete(object, "status")

	errs := metavalidation.ValidateObjectMetaAccessor(u, false, metavalidation.NameIsDNSSubdomain, field.NewPath("metadata"))
	errs = append(errs, validation.ValidateCustomResource(nil, object, a.schema)...)
	errs = append(errs, objectmeta.Validate(nil, object, a.structural, false)...)
	errs = append(errs, listtype.ValidateListSetsAndMaps(nil, a.structural, object)...)
	if len(errs) == 0 {
		errs, _ = a.rules.Validate(context.Background(), nil, a.structural, object, nil, celconfig.RuntimeCELCostBudget)
	}
	return errs.ToAggregate()
}

var crdScheme = func() *runtime.Scheme {
	scheme := runtime.NewScheme()
	install.Install(scheme)
	return scheme
}()

func toInternal(crd *apiextensionsv1.CustomResourceDefinition) (*apiextensions.CustomResourceDefinition, error) {
	crd = crd.DeepCopy()
	crdScheme.Default(crd)
	internal := &apiextensions.CustomResourceDefinition{}
	return internal, crdScheme.Convert(crd, internal, nil)
}

// admitCRD says what the API server would say of a CRD that is created.
func admitCRD(crd *apiextensionsv1.CustomResourceDefinition) error {
	crd = crd.DeepCopy()
	if len(crd.Spec.Versions) == 0 {
		return errors.New("the CRD has no version")
	}
	crd.Status.StoredVersions = []string{crd.Spec.Versions[0].Name}
	internal, err := toInternal(crd)
	if err != nil {
		return err
	}
	return crdvalidation.ValidateCustomResourceDefinition(context.Background(), internal).ToAggregate()
}
