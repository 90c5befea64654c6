// Says of ResourceGraphDefinitions whether an API server with kro in it takes them: the validation of kro's own CRD, then kro's
// builder, then the validation of the CRD that kro makes. No cluster is involved.
//
//	oracle -openapi DIR -crds DIR -kinds FILE -rgd-crd FILE < requests
//
// A request is a line of JSON, {"name", "context": [...], "graph"}: YAML documents. Those of the context, CRDs and graphs of
// composed kinds, are there before; the graph is judged. Answers are lines of JSON, in the order of the requests.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync"

	"github.com/kubernetes-sigs/kro/pkg/features"
)

type request struct {
	Name    string   `json:"name"`
	Context []string `json:"context"`
	Graph   string   `json:"graph"`
}

type answer struct {
	Name     string `json:"name"`
	Accepted bool   `json:"accepted"`
	// Who refused it: "admission" (R), "builder" (B), "crd" (C), or "instance": kro cannot write what an expression gives (I89).
	Stage string `json:"stage,omitempty"`
	Error string `json:"error,omitempty"`
	// Some expressions were not computed.
	Open bool `json:"open,omitempty"`
}

func main() {
	var from sources
	flag.StringVar(&from.openAPI, "openapi", "", "folder of the OpenAPI v3 documents of an API server")
	flag.StringVar(&from.crds, "crds", "", "folder of CRDs")
	flag.StringVar(&from.kinds, "kinds", "", "index of the kinds that exist")
	rgdCRD := flag.String("rgd-crd", "", "kro's CRD of ResourceGraphDefinitions")
	gates := flag.String("feature-gates", "", "of kro")
	flag.Parse()
	if err := run(from, *rgdCRD, *gates); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from sources, rgdCRD, gates string) error {
	if err := features.FeatureGate.Set(gates); err != nil {
		return err
	}
	requests, err := readRequests()
	if err != nil {
		return err
	}
	cluster, err := newCluster(from)
	if err != nil {
		return err
	}
	admission, err := newAdmission(rgdCRD)
	if err != nil {
		return err
	}
	judge := &judge{cluster: cluster, admission: admission}
	answers := make([]answer, len(requests))
	work := make(chan int)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for i := range work {
				answers[i] = judge.answer(requests[i])
			}
		})
	}
	for i := range requests {
		work <- i
	}
	close(work)
	workers.Wait()
	out := json.NewEncoder(os.Stdout)
	for i := range answers {
		if err := out.Encode(answers[i]); err != nil {
			return err
		}
	}
	return nil
}

func readRequests() ([]request, error) {
	var requests []request
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	for in.More() {
		var one request
		if err := in.Decode(&one); err != nil {
			return nil, err
		}
		requests = append(requests, one)
	}
	return requests, nil
}
