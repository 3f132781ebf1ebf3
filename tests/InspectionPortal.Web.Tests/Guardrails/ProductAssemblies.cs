using System.Reflection;
using InspectionPortal.Domain.Plans;
using InspectionPortal.Measurement;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>The assemblies that the product is made of, for tests that walk everything in it.</summary>
internal static class ProductAssemblies
{
    public static Assembly Domain { get; } = typeof(Plan).Assembly;

    public static Assembly Measurement { get; } = typeof(ChartAnalysis).Assembly;

    public static Assembly PlanDocuments { get; } = typeof(PlanReader).Assembly;

    public static Assembly Web { get; } = typeof(PortalDbContext).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Domain, Measurement, PlanDocuments, Web];
}
