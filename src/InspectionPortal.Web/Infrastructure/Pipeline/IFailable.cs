namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>An answer that can say why there is none.</summary>
public interface IFailable
{
    Failure? Failure { get; }
}
