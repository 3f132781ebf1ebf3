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

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>A result of this type that failed; how the pipeline refuses without knowing the answer.</summary>
    public static Result<T> Failed(Failure failure) => failure;
}

/// <summary>An answer that can say why there is none.</summary>
public interface IFailable
{
    Failure? Failure { get; }
}

/// <summary>An expected failure.</summary>
public abstract record Failure
{
    /// <summary>One field is wrong; the message says how to put it right.</summary>
    public static Invalid Field(string field, string message) => new([new FieldError(field, message)]);
}

/// <summary>Something typed is wrong.</summary>
public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Failure;

/// <summary>The thing is not there, or not for this person to know of.</summary>
public sealed record Missing : Failure;

/// <summary>Someone saved a newer version since the form was opened; nothing was saved.</summary>
public sealed record Conflict(string Message = "Someone else saved this while you were typing. Nothing of yours was saved yet.") : Failure;

/// <summary>A member who lacks the permission.</summary>
public sealed record Denied(string Message) : Failure;

/// <summary>What is wrong with one field; an empty <paramref name="Field"/> is about the whole form.</summary>
public sealed record FieldError(string Field, string Message);
