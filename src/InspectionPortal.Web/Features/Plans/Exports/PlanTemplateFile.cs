namespace InspectionPortal.Web.Features.Plans.Exports;

/// <summary>The bytes of a template.</summary>
public sealed record PlanTemplateFile(byte[] Bytes);
