using BenchmarkDotNet.Running;
using InspectionPortal.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AnalyseBenchmarks).Assembly).Run(args);
