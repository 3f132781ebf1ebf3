namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>How a command ended: done, or an expected failure with its name.</summary>
public sealed class Result<T> : IFailable
{
    private Result(T? value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The answer; only where <see cref="Failure"/> is null.</summary>
    public T? Value { get; }

    public Failure? Failure { get; }

    public bool IsDone => Failure is null;

    object? IFailable.Outcome => Value;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>A result of this type that failed; how the pipeline refuses without knowing the answer.</summary>
    public static Result<T> Failed(Failure failure) => failure;
}
