using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Something typed is wrong.</summary>
public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Failure;
