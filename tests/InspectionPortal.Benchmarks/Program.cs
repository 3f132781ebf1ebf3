using BenchmarkDotNet.Running;
using InspectionPortal.Benchmarks;

if (args is [PageOfCharts.Name])
{
    return await PageOfCharts.RunAsync(Console.Out);
}

if (args is [PagesAgainstFloor.Name])
{
    return await PagesAgainstFloor.RunAsync(Console.Out);
}

if (args is [PageOfSearch.Name])
{
    return await PageOfSearch.RunAsync(Console.Out);
}

if (args is [PagesOfManyPartnerships.Name])
{
    return await PagesOfManyPartnerships.RunAsync(Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(AnalyseBenchmarks).Assembly).Run(args);
return 0;
