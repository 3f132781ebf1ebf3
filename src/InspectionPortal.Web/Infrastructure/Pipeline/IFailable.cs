namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>An answer that can say why there is none.</summary>
public interface IFailable
{
    Failure? Failure { get; }

    /// <summary>What was done; null where it failed.</summary>
    object? Outcome { get; }
}
